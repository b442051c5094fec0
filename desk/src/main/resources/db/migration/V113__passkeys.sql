-- Keys that stay in somebody's device and let them in without a password: the public half.
create table people.passkey (
    tenant uuid not null default tenant.current(),
    id bytea not null,
    agent bigint not null,
    name text not null,
    public_key bytea not null, -- as WebAuthn's attested credential data
    counter bigint not null,
    backup_eligible boolean not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant, id),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.passkey', 'select, insert, update, delete');
create index passkey_by_agent on people.passkey (tenant, agent);

-- What a device was asked to sign; once, and soon.
create table people.challenge (
    tenant uuid not null default tenant.current(),
    challenge bytea not null,
    made_at timestamptz not null,
    primary key (tenant, challenge)
);
select tenant.wall('people.challenge', 'select, insert, delete');
create index challenge_by_age on people.challenge (tenant, made_at);

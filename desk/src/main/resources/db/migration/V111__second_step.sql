-- The second step of signing in: a code of an authenticator, or one of those kept for when it is lost.
create table people.totp (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    secret bytea not null, -- locked by the vault; its key is not in the database
    made_at timestamptz not null,
    confirmed_at timestamptz, -- asked for from then on
    last_step bigint not null default 0, -- no code is taken twice
    primary key (tenant, agent),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.totp', 'select, insert, update, delete');

create table people.recovery_code (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    hash bytea not null,
    used_at timestamptz,
    primary key (tenant, agent, hash),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.recovery_code', 'select, insert, update, delete');

-- Knows the password, and still has to take the second step: lets in nowhere.
alter table people.session add column waits boolean not null default false;

-- Who says elsewhere who somebody is (OpenID Connect), and whom here they mean by it.
create table people.provider (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    name text not null check (name <> ''),
    issuer text not null,
    client text not null check (client <> ''),
    secret bytea, -- locked by the vault; its key is not in the database. None: a public client
    groups_claim text not null,
    joins boolean not null, -- whether somebody new gets an account by coming
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (tenant, id)
);
select tenant.wall('people.provider', 'select, insert, update');

-- What somebody is here who is in that group there: the first that fits.
create table people.provider_group (
    tenant uuid not null default tenant.current(),
    provider bigint not null,
    place int not null,
    claimed text not null check (claimed <> ''),
    role text not null check (role in ('agent', 'manager', 'admin', 'auditor')),
    primary key (tenant, provider, place),
    foreign key (tenant, provider) references people.provider
);
select tenant.wall('people.provider_group', 'select, insert, delete');

-- By issuer and subject and by nothing else, since a mail address may be anybody's there.
create table people.binding (
    tenant uuid not null default tenant.current(),
    issuer text not null,
    subject text not null check (subject <> ''),
    agent bigint not null,
    id bigint generated always as identity,
    joined boolean not null, -- the account came to be by it, and is what its groups there make it
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant, issuer, subject),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.binding', 'select, insert, update, delete');
create index binding_by_agent on people.binding (tenant, agent);

-- Somebody on the way to a provider and back: once, soon, and in the same browser.
create table people.errand (
    tenant uuid not null default tenant.current(),
    state bytea not null, -- its hash
    browser bytea not null, -- the hash of what only that browser has
    provider bigint not null,
    agent bigint, -- who wants to be bound, if somebody does
    invited boolean not null, -- and holds an invitation
    back text not null, -- where the provider sends them
    onward text not null, -- where they wanted to go here
    made_at timestamptz not null,
    primary key (tenant, state),
    foreign key (tenant, provider) references people.provider,
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.errand', 'select, insert, delete');
create index errand_by_age on people.errand (tenant, made_at);

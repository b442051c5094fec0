-- Who asks for help, and who helps.
create schema people;
grant usage on schema people to ${app};

create table people.organization (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    name text not null check (name <> ''),
    primary key (tenant, id),
    unique (tenant, name)
);
select tenant.wall('people.organization', 'select, insert, update');

-- Addresses are stored in small letters, since comparing them otherwise would keep the wall's policy from using the index.
create table people.requester (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    name text not null,
    email text,
    phone text,
    organization bigint,
    super_user boolean not null default false,
    primary key (tenant, id),
    unique (tenant, email),
    foreign key (tenant, organization) references people.organization
);
select tenant.wall('people.requester', 'select, insert, update');
create index requester_by_organization on people.requester (tenant, organization) where organization is not null;

create table people.agent (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    name text not null check (name <> ''),
    email text not null,
    role text not null check (role in ('agent', 'manager', 'admin')),
    password text, -- Argon2id; without one nobody signs in as this agent
    disabled_at timestamptz,
    primary key (tenant, id),
    unique (tenant, email)
);
select tenant.wall('people.agent', 'select, insert, update');

-- Who belongs to which of the charter's groups, which know nothing of the database and are told by name.
create table people.membership (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    group_name text not null,
    primary key (tenant, agent, group_name),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.membership', 'select, insert, delete');

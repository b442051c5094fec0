-- What lets an agent in. Of every secret only its SHA-256 is kept: they are random and long, so a fast hash will do.
create table people.session (
    tenant uuid not null default tenant.current(),
    hash bytea not null,
    agent bigint not null,
    started_at timestamptz not null,
    seen_at timestamptz not null, -- to the minute
    primary key (tenant, hash),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.session', 'select, insert, update, delete');
create index session_by_agent on people.session (tenant, agent);
create index session_by_last_seen on people.session (tenant, seen_at);

create table people.api_token (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    hash bytea not null,
    agent bigint not null, -- as whom its bearer acts
    name text not null check (name <> ''),
    scopes text[] not null,
    made_at timestamptz not null,
    expires_at timestamptz,
    ended_at timestamptz,
    primary key (tenant, id),
    unique (tenant, hash),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.api_token', 'select, insert, update');

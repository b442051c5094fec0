-- Links that open one thing, once: an invitation, a forgotten password. Of each only its SHA-256 is kept.
create table people.link (
    tenant uuid not null default tenant.current(),
    hash bytea not null,
    purpose text not null check (purpose in ('invitation', 'reset')),
    agent bigint not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant, hash),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.link', 'select, insert, update, delete');
create index link_by_agent on people.link (tenant, agent, purpose);

-- By what its owner knows a session again, and ends it.
alter table people.session add column id bigint generated always as identity;
alter table people.session add column place text not null default '';
alter table people.session add column browser text not null default '';
create unique index session_by_id on people.session (tenant, id);

create schema if not exists intake;
grant usage on schema intake to ${app};

-- What a program was answered when it created something under a key of its own, so that asking again creates nothing more.
create table intake.answer (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    route text not null,
    key text not null,
    digest bytea not null, -- of what was sent
    status smallint not null,
    location text,
    body bytea not null,
    kept_at timestamptz not null,
    primary key (tenant, agent, route, key)
);
select tenant.wall('intake.answer', 'select, insert, update, delete');
create index answer_by_age on intake.answer (tenant, kept_at);

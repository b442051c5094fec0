-- A charter being written: one draft a person, kept until it is put in force or thrown away.
create table contract.draft (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    text text not null,
    begun_from int not null,
    saved_at timestamptz not null,
    primary key (tenant, agent)
);
select tenant.wall('contract.draft', 'select, insert, update, delete');

-- What a draft would change, worked out in the background: one a person, the latest asked for.
create table contract.preview (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    text text not null,
    in_force_at timestamptz not null,
    asked_at timestamptz not null,
    done int not null default 0,
    total int,
    outlook jsonb,
    finished boolean not null default false,
    failure text,
    primary key (tenant, agent)
);
select tenant.wall('contract.preview', 'select, insert, update, delete');
create index preview_asked on contract.preview (tenant) where not finished and failure is null;

-- Its tickets, a page of them a row.
create table contract.preview_page (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    page int not null,
    lines jsonb not null,
    primary key (tenant, agent, page),
    foreign key (tenant, agent) references contract.preview on delete cascade
);
select tenant.wall('contract.preview_page', 'select, insert, delete');

-- Tenants where a preview was asked for: only their ids.
create function contract.tenants_with_previews() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, contract
begin atomic
    select distinct p.tenant from contract.preview p where not p.finished and p.failure is null;
end;

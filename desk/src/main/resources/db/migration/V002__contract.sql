-- What a desk promises: every version of its charter, as its author wrote it.
create schema contract;
grant usage on schema contract to ${app};

create table contract.charter_version (
    tenant uuid not null default tenant.current(),
    version int not null,
    text text not null,
    in_force_at timestamptz not null,
    put_by text not null,
    why text not null,
    primary key (tenant, version)
);
select tenant.wall('contract.charter_version', 'select, insert');

-- What vendors are asked, in threads of their own.
create schema vendor;
grant usage on schema vendor to ${app};

-- One ticket brought to one vendor: whether it answered, what it calls it, and when it is asked again.
create table vendor.asking (
    tenant uuid not null default tenant.current(),
    ticket bigint not null,
    vendor text not null,
    asked_at timestamptz not null,
    answered_at timestamptz,
    reference text,
    chase_at timestamptz,
    chased int not null default 0,
    primary key (tenant, ticket, vendor)
);
select tenant.wall('vendor.asking', 'select, insert, update');
create index asking_to_chase on vendor.asking (tenant, chase_at) where chase_at is not null;
create index asking_by_reference on vendor.asking (tenant, vendor) where reference is not null;

create function vendor.tenants_to_chase(at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, vendor
begin atomic
    select t.id from tenant.tenant t
     where exists (select from vendor.asking a where a.tenant = t.id and a.chase_at <= at);
end;

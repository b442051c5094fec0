-- Programs elsewhere that are told what happens to tickets, and what became of telling them.
create schema webhook;
grant usage on schema webhook to ${app};

create table webhook.hook (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    url text not null,
    secret bytea not null, -- locked by the vault; its key is not in the database
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (tenant, id)
);
select tenant.wall('webhook.hook', 'select, insert, update');

create table webhook.delivery (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    hook bigint not null,
    message uuid not null, -- the same however often it is sent
    kind text not null,
    payload text not null,
    made_at timestamptz not null,
    tries int not null default 0,
    due_at timestamptz, -- null: nothing more is done of itself
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given up')),
    answer text,
    tried_at timestamptz,
    primary key (tenant, id),
    foreign key (tenant, hook) references webhook.hook
);
select tenant.wall('webhook.delivery', 'select, insert, update, delete');
create index delivery_due on webhook.delivery (due_at) where due_at is not null;
create index delivery_by_hook on webhook.delivery (tenant, hook, id);

-- Tenants with something to deliver by then: only their ids.
create function webhook.tenants_with_deliveries(by_then timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, webhook
begin atomic
    select distinct d.tenant from webhook.delivery d where d.due_at <= by_then;
end;

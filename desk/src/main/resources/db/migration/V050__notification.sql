-- Whom to tell what.
create schema notification;
grant usage on schema notification to ${app};

-- What happened to a ticket and has still to be told. Gone as soon as the mail stands in the outbox.
create table notification.notice (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    ticket bigint not null,
    entry int not null,
    what text not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    failure text,
    primary key (tenant, id)
);
select tenant.wall('notification.notice', 'select, insert, update, delete');
create index notice_due on notification.notice (tenant, due_at);

create function notification.tenants_with_notices(at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, notification
begin atomic
    select t.id from tenant.tenant t
     where exists (select from notification.notice n where n.tenant = t.id and n.due_at <= at);
end;

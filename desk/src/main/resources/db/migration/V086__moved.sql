-- A version of the charter came into force at an instant: whose promises it moved is still to be told.
create table notification.moving (
    tenant uuid not null default tenant.current(),
    at timestamptz not null,
    noticed_at timestamptz not null,
    primary key (tenant, at)
);
select tenant.wall('notification.moving', 'select, insert, update, delete');

-- What one change brought about for many is told each person together.
alter table notification.notice add column together boolean not null default false;

-- What was moved at an instant, whichever tickets it was on.
create index entry_due_moved on ticket.entry (tenant, at) where kind = 'due-moved';

create or replace function notification.tenants_to_tell(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, notification
begin atomic
    select t.id from tenant.tenant t
     where exists (select from notification.notice n where n.tenant = t.id and n.due_at <= moment)
        or exists (select from notification.reminder r where r.tenant = t.id and r.due_at <= moment)
        or exists (select from notification.digest d where d.tenant = t.id and d.due_at <= moment)
        or exists (select from notification.moving m where m.tenant = t.id and m.noticed_at <= moment);
end;

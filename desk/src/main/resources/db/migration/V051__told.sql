-- Who is told what: not requesters alone, but whoever the charter says.

-- How it was when it happened: whose it was, and when it was noticed.
alter table notification.notice
    add column at timestamptz,
    add column noticed_at timestamptz,
    add column agent bigint,
    add column group_name text,
    add column tier text not null default '';
update notification.notice
   set at = due_at, noticed_at = due_at, what = case what when 'replied' then 'answered' else what end;
alter table notification.notice
    alter column at set not null,
    alter column noticed_at set not null;

-- What an agent was told, in the words of then; for the pages, and until it is mailed, for a mail.
create table notification.word (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    agent bigint not null,
    ticket bigint not null,
    entry int not null,
    what text not null,
    line text not null,
    at timestamptz not null,
    told_at timestamptz not null,
    read_at timestamptz,
    mail_at timestamptz, -- when it goes into a mail together with others; null where it is not to, or has gone
    primary key (tenant, id),
    unique (tenant, agent, ticket, entry, what)
);
select tenant.wall('notification.word', 'select, insert, update');
create index word_of_agent on notification.word (tenant, agent, id desc);
create index word_unread on notification.word (tenant, agent, ticket) where read_at is null;
create index word_to_mail on notification.word (tenant, agent, mail_at) where mail_at is not null;

-- When an agent is next sent all at once what was kept for them.
create table notification.digest (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    due_at timestamptz not null,
    primary key (tenant, agent)
);
select tenant.wall('notification.digest', 'select, insert, update, delete');
create index digest_due on notification.digest (tenant, due_at);

-- How an agent wants to be told; without a row, as the desk says.
create table notification.habit (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    quiet_from time,
    quiet_until time,
    digest_at time not null,
    primary key (tenant, agent)
);
select tenant.wall('notification.habit', 'select, insert, update');

create table notification.choice (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    what text not null,
    way text not null check (way in ('app', 'mail', 'digest', 'nothing')),
    primary key (tenant, agent, what)
);
select tenant.wall('notification.choice', 'select, insert, update, delete');

-- Tickets to come back to; gone as soon as it stands on the timeline.
create table notification.reminder (
    tenant uuid not null default tenant.current(),
    ticket bigint not null,
    entry int not null,
    agent bigint, -- null: the group that has the ticket by then
    due_at timestamptz not null,
    primary key (tenant, ticket, entry)
);
select tenant.wall('notification.reminder', 'select, insert, update, delete');
create index reminder_due on notification.reminder (tenant, due_at);

drop function notification.tenants_with_notices(timestamptz);
create function notification.tenants_to_tell(moment timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, notification
begin atomic
    select t.id from tenant.tenant t
     where exists (select from notification.notice n where n.tenant = t.id and n.due_at <= moment)
        or exists (select from notification.reminder r where r.tenant = t.id and r.due_at <= moment)
        or exists (select from notification.digest d where d.tenant = t.id and d.due_at <= moment);
end;

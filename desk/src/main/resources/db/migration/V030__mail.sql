-- Mail, before anybody knows what it is about.
create schema mail;
grant usage on schema mail to ${app};

-- Which address is whose. One address belongs to one desk, whatever the desks say.
create table mail.mailbox (
    tenant uuid not null default tenant.current(),
    address text not null check (address = lower(address)),
    name text not null,
    channel text not null,
    primary key (tenant, address)
);
select tenant.wall('mail.mailbox', 'select, insert, update, delete');
create unique index mailbox_address on mail.mailbox (address);

-- Whose an address is must be known before the tenant can be: it tells that, and nothing else of anybody.
create function mail.whose(wanted text) returns table (tenant uuid, address text, name text, channel text)
    language sql stable security definer set search_path = pg_catalog, mail
begin atomic
    select m.tenant, m.address, m.name, m.channel from mail.mailbox m where m.address = wanted;
end;

-- What each desk seals its reply addresses with.
create table mail.secret (
    tenant uuid not null default tenant.current(),
    secret bytea not null,
    primary key (tenant)
);
select tenant.wall('mail.secret', 'select, insert');

-- Mail that leaves. A row is claimed by moving due_at ahead and counting attempts up; the count tells whether a result
-- is of the claim that still holds.
create table mail.outbox (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    about text not null,
    return_path text not null,
    recipient text not null,
    message_id text not null,
    subject text not null,
    automatic boolean not null,
    raw bytea,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'given-up')),
    added_at timestamptz not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    sent_at timestamptz,
    failure text,
    primary key (tenant, id)
) with (fillfactor = 80);
select tenant.wall('mail.outbox', 'select, insert, update');
create index outbox_due on mail.outbox (tenant, due_at) where state = 'waiting';
create index outbox_about on mail.outbox (tenant, about, recipient);

create function mail.tenants_to_post(at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, mail
begin atomic
    select t.id from tenant.tenant t
     where exists (select from mail.outbox o where o.tenant = t.id and o.state = 'waiting' and o.due_at <= at);
end;

-- Tickets that no automatic mail is sent about, because a program wrote them.
create table mail.silence (
    tenant uuid not null default tenant.current(),
    about text not null,
    reason text not null,
    primary key (tenant, about)
);
select tenant.wall('mail.silence', 'select, insert');

-- Which mails from outside belong to what: so an answer names what it answers, and an answer to an answer is found.
create table mail.thread (
    tenant uuid not null default tenant.current(),
    about text not null,
    message_id text not null,
    at timestamptz not null,
    primary key (tenant, about, message_id)
);
select tenant.wall('mail.thread', 'select, insert');
create index thread_message on mail.thread (tenant, message_id);

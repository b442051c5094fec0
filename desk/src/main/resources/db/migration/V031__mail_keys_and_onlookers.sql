-- A desk's secrets, each for a year; what was sealed with one opens for two more.
alter table mail.secret
    add column id smallint not null default 0,
    add column made_at timestamptz not null default now(),
    drop constraint secret_pkey,
    add primary key (tenant, id);

-- People copied in on mails about something: suggested by whoever copied them in, and told nothing until an agent agrees.
create table mail.onlooker (
    tenant uuid not null default tenant.current(),
    about text not null,
    address text not null check (address = lower(address)),
    name text not null,
    suggested_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    primary key (tenant, about, address),
    check ((approved_by is null) = (approved_at is null))
);
select tenant.wall('mail.onlooker', 'select, insert, update, delete');

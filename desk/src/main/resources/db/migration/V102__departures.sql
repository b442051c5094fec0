-- How a desk's mail leaves, as those who answer for it want it.
create table mail.manner (
    tenant uuid not null default tenant.current(),
    undo_seconds int not null default 0 check (undo_seconds between 0 and 120),
    marker boolean not null default false,
    primary key (tenant)
);
select tenant.wall('mail.manner', 'select, insert, update');

-- Replies that are written and have not left: until they leave nothing has happened to their tickets.
create table ticket.departure (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    ticket bigint not null,
    agent bigint not null,
    text text not null,
    followed_by text not null default '',
    leaves_at timestamptz not null,
    failure text,
    primary key (tenant, id),
    foreign key (tenant, ticket) references ticket.ticket
);
select tenant.wall('ticket.departure', 'select, insert, update, delete');
create index departure_due on ticket.departure (tenant, leaves_at) where failure is null;
create index departure_ticket on ticket.departure (tenant, ticket);

create table ticket.departure_file (
    tenant uuid not null default tenant.current(),
    departure bigint not null,
    place int not null,
    name text not null,
    type text not null,
    bytes bytea not null,
    primary key (tenant, departure, place),
    foreign key (tenant, departure) references ticket.departure on delete cascade
);
select tenant.wall('ticket.departure_file', 'select, insert, delete');

create policy sight on ticket.departure as restrictive
    using (tenant.sees() is null or exists
          (select from ticket.ticket k where k.tenant = departure.tenant and k.number = departure.ticket));
create policy sight on ticket.departure_file as restrictive
    using (tenant.sees() is null or exists
          (select from ticket.departure d where d.tenant = departure_file.tenant and d.id = departure_file.departure));

create function ticket.tenants_with_departures(at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, ticket
begin atomic
    select t.id from tenant.tenant t
     where exists (select from ticket.departure d where d.tenant = t.id and d.failure is null and d.leaves_at <= at);
end;

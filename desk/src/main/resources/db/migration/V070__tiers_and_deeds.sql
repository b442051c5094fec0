-- What a request is about, and where a ticket is in the charter's process.
alter table ticket.ticket
    add column organization bigint,
    add column category text,
    add column application text,
    add column language text,
    add column person text,
    add column stage text;

-- How many wait on a tier, for its overflow; and what a group or tier has, what breaks first first.
create index ticket_waiting on ticket.ticket (tenant, tier) where status = 'open';
create index ticket_of_group on ticket.ticket (tenant, group_name, breaks_at, number) where status in ('open', 'held');
create index ticket_of_tier on ticket.ticket (tenant, tier, breaks_at, number) where status in ('open', 'held');
create index ticket_of_organization on ticket.ticket (tenant, organization, number desc) where organization is not null;

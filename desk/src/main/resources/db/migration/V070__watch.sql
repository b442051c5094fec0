-- What the watch page asks: what a group holds, and what of it breaks first.
create index ticket_breaks_group on ticket.ticket (tenant, group_name, breaks_at, number)
    where status in ('open', 'held');
create index ticket_unaccepted on ticket.ticket (tenant, group_name)
    where status in ('open', 'held') and next_metric = 'handover';
create index ticket_breaks_tier on ticket.ticket (tenant, tier, breaks_at, number)
    where status in ('open', 'held');

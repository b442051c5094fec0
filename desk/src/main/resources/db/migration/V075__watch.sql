-- What the watch page asks besides: what was handed over to a group and is not accepted yet.
create index ticket_unaccepted on ticket.ticket (tenant, group_name)
    where status in ('open', 'held') and next_metric = 'handover';

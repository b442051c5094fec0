-- What is followed up: tickets past the first tier, what nobody has touched for longest first.
create index ticket_untouched on ticket.ticket (tenant, changed_at, number) where status in ('open', 'held');

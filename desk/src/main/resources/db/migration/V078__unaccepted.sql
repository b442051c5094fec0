-- What is not accepted yet is read from the timelines, since another promise may break before the handover's.
drop index ticket.ticket_unaccepted;

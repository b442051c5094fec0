-- Mails and files are kept as they are: most of them can hardly be made smaller, and trying to cost a quarter of what the
-- database did for a mail.
alter table intake.letter alter column raw set storage external;
alter table ticket.content alter column bytes set storage external;

-- The letters that wait are read in the order in which they came, however many there are.
create index letter_waiting on intake.letter (tenant, id) where state = 'received';

-- For the page of those who answer for mail: what could not be delivered, what was sent under a Message-ID, and when a
-- mailbox last had a letter.
create index outbox_lost on mail.outbox (tenant, id desc) where state = 'given-up';
create index outbox_message on mail.outbox (tenant, message_id);
create index letter_mailbox on intake.letter (tenant, mailbox, id desc);

-- Which letter is which message of an inbox: nothing is kept twice, whoever stumbles between keeping it and moving it there.
alter table intake.letter
    add column inbox bigint,
    add column uid_validity bigint,
    add column uid bigint,
    add check ((inbox is null) = (uid is null) and (inbox is null) = (uid_validity is null));
create unique index letter_fetched on intake.letter (tenant, inbox, uid_validity, uid) where inbox is not null;

-- Counts what a person changed about an inbox, so that whoever fetches from it sees that it is another now.
alter table mail.inbox add column edition int not null default 0;

-- Of a mail that is large, raw is the beginning, and what is beyond that stands here, as with letters: nobody needs to
-- hold more than one piece at a time, neither who leaves it nor who sends it. Without a size all of it is in raw.
alter table mail.outbox add column size int;
alter table mail.outbox alter column raw set storage external;

create table mail.outbox_piece (
    tenant uuid not null default tenant.current(),
    mail bigint not null,
    place int not null check (place > 0),
    bytes bytea not null,
    primary key (tenant, mail, place),
    foreign key (tenant, mail) references mail.outbox
);
select tenant.wall('mail.outbox_piece', 'select, insert');
alter table mail.outbox_piece alter column bytes set storage external;

-- Of a letter that is large, raw is the beginning; what is beyond that stands here. Nobody needs to hold more than one
-- piece at a time, neither to write it nor to read it.
create table intake.piece (
    tenant uuid not null default tenant.current(),
    letter bigint not null,
    place int not null check (place > 0),
    bytes bytea not null,
    primary key (tenant, letter, place),
    foreign key (tenant, letter) references intake.letter
);
select tenant.wall('intake.piece', 'select, insert');
alter table intake.piece alter column bytes set storage external;

-- The same for files of timelines.
create table ticket.piece (
    tenant uuid not null default tenant.current(),
    sha256 bytea not null,
    place int not null check (place > 0),
    bytes bytea not null,
    primary key (tenant, sha256, place),
    foreign key (tenant, sha256) references ticket.content
);
select tenant.wall('ticket.piece', 'select, insert');
alter table ticket.piece alter column bytes set storage external;

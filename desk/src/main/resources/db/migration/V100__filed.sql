-- Which letter stands where on which timeline: so that each is shown as it came, a click away from its words.
create table intake.filed (
    tenant uuid not null default tenant.current(),
    ticket bigint not null,
    entry int not null,
    letter bigint not null,
    layout text not null default 'words' check (layout in ('words', 'html', 'pictures')),
    primary key (tenant, ticket, entry),
    foreign key (tenant, letter) references intake.letter
);
select tenant.wall('intake.filed', 'select, insert');
create index filed_letter on intake.filed (tenant, letter);

-- What opened a ticket is its first entry; which later entry the others are was not written down.
insert into intake.filed (tenant, ticket, entry, letter, layout)
select distinct on (l.tenant, l.ticket) l.tenant, l.ticket, 1, l.id, 'html'
  from intake.letter l
 where l.state = 'ticketed'
 order by l.tenant, l.ticket, l.id;

-- What came from an address that nobody stands behind: mail about it says nothing that its sender chose.
create table mail.unconfirmed (
    tenant uuid not null default tenant.current(),
    about text not null,
    primary key (tenant, about)
);
select tenant.wall('mail.unconfirmed', 'select, insert');

create index outbox_automatic on mail.outbox (tenant, recipient, added_at) where automatic;

-- By what a desk's mail is signed, for each of its domains. A key signs only once it was seen to be published.
create table mail.dkim_key (
    tenant uuid not null default tenant.current(),
    domain text not null check (domain = lower(domain)),
    selector text not null,
    public_key text not null,
    private_key bytea not null, -- locked by the vault
    signs boolean not null default false,
    made_at timestamptz not null,
    primary key (tenant, domain, selector)
);
select tenant.wall('mail.dkim_key', 'select, insert, update, delete');
create unique index dkim_key_signs on mail.dkim_key (tenant, domain) where signs;

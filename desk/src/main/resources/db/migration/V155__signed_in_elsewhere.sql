-- Which sessions began at a provider, and as what there: signing out here leads there, and signing out there ends them here.
create table people.session_elsewhere (
    tenant uuid not null default tenant.current(),
    session bytea not null,
    provider bigint not null,
    issuer text not null,
    subject text not null,
    sid text, -- what the provider calls its own session
    token bytea not null, -- the ID token, locked by the vault: shown to nobody but the provider, on leaving
    primary key (tenant, session),
    foreign key (tenant, session) references people.session on delete cascade,
    foreign key (tenant, provider) references people.provider
);
select tenant.wall('people.session_elsewhere', 'select, insert, update');
create index session_elsewhere_by_subject on people.session_elsewhere (tenant, issuer, subject);
create index session_elsewhere_by_sid on people.session_elsewhere (tenant, issuer, sid) where sid is not null;

-- What a provider has told of somebody's leaving counts once.
create table people.leaving (
    tenant uuid not null default tenant.current(),
    issuer text not null,
    token bytea not null, -- the hash of its id
    told_at timestamptz not null,
    primary key (tenant, issuer, token)
);
select tenant.wall('people.leaving', 'select, insert, delete');
create index leaving_by_age on people.leaving (tenant, told_at);

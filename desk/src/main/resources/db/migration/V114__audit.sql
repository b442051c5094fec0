-- Who did, saw and changed what: one chain a desk. Nothing in it is changed or taken away, by whomever.
create schema audit;
grant usage on schema audit to ${app};

create table audit.entry (
    tenant uuid not null default tenant.current(),
    seq bigint not null check (seq > 0), -- without a gap
    at timestamptz not null,
    kind text not null,
    actor text not null, -- by number; names stand among the words
    subject text not null,
    words_hash bytea not null,
    hash bytea not null, -- of all that, and of the hash before
    primary key (tenant, seq)
);
select tenant.wall('audit.entry', 'select, insert');
create index entry_by_actor on audit.entry (tenant, actor, seq);

-- What names people, apart from the chain, which holds no more than its salted hash.
create table audit.words (
    tenant uuid not null default tenant.current(),
    seq bigint not null,
    salt bytea not null,
    words text not null,
    primary key (tenant, seq),
    foreign key (tenant, seq) references audit.entry
);
select tenant.wall('audit.words', 'select, insert');

-- The application may not, and its owner is kept from it too: a change takes the trigger down first, and the chain tells.
create function audit.refuse() returns trigger
    language plpgsql as $$
begin
    raise exception 'the audit trail is only ever added to';
end $$;
create trigger kept before update or delete or truncate on audit.entry for each statement execute function audit.refuse();
create trigger kept before update or delete or truncate on audit.words for each statement execute function audit.refuse();

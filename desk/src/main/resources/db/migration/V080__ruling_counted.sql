-- How often what rules promises was changed: versions in force, releases moved, contracts agreed. One row tells whoever
-- holds it still whether what they know is what rules.
create table contract.ruling (
    tenant uuid not null default tenant.current(),
    changes bigint not null,
    primary key (tenant)
);
select tenant.wall('contract.ruling', 'select, insert, update');

drop function contract.hold_still();
create function contract.hold_still() returns table (changes bigint, coming_at timestamptz)
    language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(contract.ruling_key());
    return query
        select coalesce((select r.changes from contract.ruling r), 0),
               (select v.in_force_at from contract.charter_version v where v.state = 'coming');
end $$;

create or replace function contract.change_ruling() returns void
    language sql volatile
begin atomic
    select pg_advisory_xact_lock(contract.ruling_key());
    insert into contract.ruling as r (changes) values (1)
        on conflict (tenant) do update set changes = r.changes + 1;
end;

-- Besides moves of releases, contracts that were known count.
alter table ticket.prepared rename column moves to known;

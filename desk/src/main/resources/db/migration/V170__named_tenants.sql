-- What stands in the database names its tenant too, so that it does not rest on the policies alone.
create or replace function contract.hold_still() returns table (changes bigint, coming_at timestamptz)
    language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(contract.ruling_key());
    return query
        select coalesce((select r.changes from contract.ruling r where r.tenant = tenant.current()), 0),
               (select v.in_force_at from contract.charter_version v
                 where v.tenant = tenant.current() and v.state = 'coming');
end $$;

create or replace function ticket.theirs_since(of_requester bigint, of_organization bigint, ticket_number bigint) returns timestamptz
    language plpgsql stable parallel safe cost 1 set search_path = pg_catalog as $$
begin
    if of_requester = tenant.asks() or of_organization = tenant.sees() then
        return '-infinity';
    end if;
    return (select min(o.approved_at) from mail.onlooker o
             where o.tenant = tenant.current() and o.address = tenant.asks_as() and o.approved_at is not null
               and o.about like '%-' || ticket_number);
end $$;

-- Who is calling: found while somebody types, by the beginnings of names and addresses and by either end of a number.
create function people.caller_words(name text, email text, phone text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('simple', coalesce(name, '') || ' ' || translate(coalesce(email, ''), '@._-', '    ')
        || coalesce(' p' || nullif(regexp_replace(phone, '[^0-9]', '', 'g'), ''), '')
        || coalesce(' r' || reverse(nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '')), ''));

create index requester_callers on people.requester using gin (tenant, people.caller_words(name, email, phone))
    with (gin_pending_list_limit = 512);

-- Looks below the walls, as ticket.search does and for the same reason, so it keeps both itself.
create function people.callers(query text, most int) returns table (id bigint)
    language plpgsql stable security definer set search_path = pg_catalog, people, public as $$
begin
    return query execute
        'select r.id from people.requester r
          where r.tenant = tenant.current() and people.caller_words(r.name, r.email, r.phone) @@ $1
            and (tenant.sees() is null or r.organization = tenant.sees())
          limit $2'
        using to_tsquery('simple', query), most;
end $$;

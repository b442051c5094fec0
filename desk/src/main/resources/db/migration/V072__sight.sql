-- Agents of an outside group see the tickets of their own organization alone. As the wall between desks, this stands below
-- the queries: whoever works for such an agent tells it first, and these policies show nothing else.
create function tenant.sees() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('app.sees', true), '')::bigint;

create policy sight on ticket.ticket as restrictive
    using (tenant.sees() is null or organization = tenant.sees());
create policy sight on ticket.entry as restrictive
    using (tenant.sees() is null or exists
          (select from ticket.ticket k where k.tenant = entry.tenant and k.number = entry.ticket));
create policy sight on ticket.attachment as restrictive
    using (tenant.sees() is null or exists
          (select from ticket.ticket k where k.tenant = attachment.tenant and k.number = attachment.ticket));
create policy sight on people.requester as restrictive
    using (tenant.sees() is null or organization = tenant.sees());

-- Looks below the walls, so it keeps both itself.
create or replace function ticket.search(query text, before bigint, most int) returns table (number bigint)
    language plpgsql stable security definer set search_path = pg_catalog, ticket, public as $$
begin
    return query execute
        'select distinct on (e.ticket) e.ticket from ticket.entry e
          where e.tenant = tenant.current() and e.words @@ $1 and e.ticket < $2
            and (tenant.sees() is null or exists (select from ticket.ticket k
                 where k.tenant = e.tenant and k.number = e.ticket and k.organization = tenant.sees()))
          order by e.ticket desc limit $3'
        using websearch_to_tsquery('simple', query), before, most;
end $$;

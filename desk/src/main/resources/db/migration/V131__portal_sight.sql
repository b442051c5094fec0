-- Whoever asks for help sees what is theirs: what they asked, what an agent agreed to their being copied in on, and as a
-- super user what their organization asked; and of that what was said in public. As for agents of an outside group, this stands below
-- the queries. Here stands who asks; tenant.sees() is their organization where they speak for it.
create function tenant.asks() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('app.asks', true), '')::bigint;

create function tenant.asks_as() returns text
    language sql stable parallel safe
    return nullif(current_setting('app.asks_as', true), '');

-- Since when a ticket is somebody's who asks: ever since it was opened, for who asked it and for who speaks for their
-- organization; since an agent agreed to it, for who was copied in; null for all others. A function of its own, so that
-- the plans of those who see all of a desk know nothing of it.
create function ticket.theirs_since(of_requester bigint, of_organization bigint, ticket_number bigint) returns timestamptz
    language plpgsql stable parallel safe cost 1 set search_path = pg_catalog as $$
begin
    if of_requester = tenant.asks() or of_organization = tenant.sees() then
        return '-infinity';
    end if;
    return (select min(o.approved_at) from mail.onlooker o
             where o.address = tenant.asks_as() and o.approved_at is not null and o.about like '%-' || ticket_number);
end $$;
create index onlooker_by_address on mail.onlooker (tenant, address) where approved_at is not null;

drop policy sight on ticket.ticket;
create policy sight on ticket.ticket as restrictive
    using ((tenant.asks() is null and (tenant.sees() is null or organization = tenant.sees()))
        or (tenant.asks() is not null and ticket.theirs_since(requester, organization, number) is not null));

-- What is said among the desk's own people is on no list of theirs; what is new stands on none until somebody puts it here.
drop policy sight on ticket.entry;
create policy sight on ticket.entry as restrictive
    using ((tenant.sees() is null and tenant.asks() is null)
        or ((tenant.asks() is null or kind = any (array['opened', 'contacted', 'replied', 'held', 'resumed',
                'hold-ended', 'severity-changed', 'rose', 'escalated', 'climbed', 'returned', 'resolved', 'reopened',
                'closed', 'lapsed']))
            and exists (select from ticket.ticket k where k.tenant = entry.tenant and k.number = entry.ticket
                and (tenant.asks() is null or ticket.theirs_since(k.requester, k.organization, k.number) < entry.at))));

drop policy sight on ticket.attachment;
create policy sight on ticket.attachment as restrictive
    using ((tenant.sees() is null and tenant.asks() is null)
        or (case when tenant.asks() is null
                 then exists (select from ticket.ticket k where k.tenant = attachment.tenant and k.number = attachment.ticket)
                 else exists (select from ticket.entry e where e.tenant = attachment.tenant
                                 and e.ticket = attachment.ticket and e.entry = attachment.entry) end));

drop policy sight on people.requester;
create policy sight on people.requester as restrictive
    using ((tenant.asks() is null and (tenant.sees() is null or organization = tenant.sees()))
        or (tenant.asks() is not null and (id = tenant.asks() or coalesce(organization = tenant.sees(), false))));

create policy portal on people.portal_link as restrictive using (tenant.asks() is null);
create policy portal on people.portal_session as restrictive
    using (tenant.asks() is null or requester = tenant.asks());
create policy portal on mail.onlooker as restrictive
    using (tenant.asks() is null or address = tenant.asks_as());

-- All else is the desk's own, whatever tables there will be. What they do is noted in the audit trail, which they don't see.
create function tenant.wall_portal(walled regclass) returns void
    language plpgsql as $$
begin
    execute format('create policy portal on %s as restrictive %s using (tenant.asks() is null)', walled,
        case when walled::text like 'audit.%' then 'for select' else '' end);
end $$;
revoke execute on function tenant.wall_portal(regclass) from public;

create or replace function tenant.wall(walled regclass, rights text) returns void
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('create policy wall on %s using (tenant = tenant.current()) with check (tenant = tenant.current())', walled);
    perform tenant.wall_portal(walled);
    execute format('grant %s on %s to %I', rights, walled, '${app}');
end $$;

do $$
declare
    walled regclass;
begin
    for walled in
        select p.polrelid::regclass from pg_policy p
         where p.polname = 'wall'
           and not exists (select from pg_policy o where o.polrelid = p.polrelid and o.polname in ('portal', 'sight'))
           and p.polrelid::regclass::text <> all (array['ticket.content', 'people.organization',
               'contract.charter_version', 'contract.contract', 'contract.release_move', 'contract.ruling'])
    loop
        perform tenant.wall_portal(walled);
    end loop;
end $$;

-- These look below the walls, so they keep them themselves: nobody who asks for help searches all that was said.
create or replace function ticket.search(query text, before bigint, most int) returns table (number bigint)
    language plpgsql stable security definer set search_path = pg_catalog, ticket, public as $$
begin
    if tenant.asks() is not null then
        return;
    end if;
    return query execute
        'select distinct on (e.ticket) e.ticket from ticket.entry e
          where e.tenant = tenant.current() and e.words @@ $1 and e.ticket < $2
            and (tenant.sees() is null or exists (select from ticket.ticket k
                 where k.tenant = e.tenant and k.number = e.ticket and k.organization = tenant.sees()))
          order by e.ticket desc limit $3'
        using websearch_to_tsquery('simple', query), before, most;
end $$;

create or replace function people.callers(query text, most int) returns table (id bigint)
    language plpgsql stable security definer set search_path = pg_catalog, people, public as $$
begin
    if tenant.asks() is not null then
        return;
    end if;
    return query execute
        'select r.id from people.requester r
          where r.tenant = tenant.current() and people.caller_words(r.name, r.email, r.phone) @@ $1
            and (tenant.sees() is null or r.organization = tenant.sees())
          limit $2'
        using to_tsquery('simple', query), most;
end $$;

-- Desks that this installation serves, and the wall between them.
create schema tenant;
grant usage on schema tenant to ${app};

-- The directory of desks: no row of it belongs to one desk alone, so it has no wall.
create table tenant.tenant (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
    name text not null,
    added_at timestamptz not null default now()
);
grant select, insert on tenant.tenant to ${app};

-- The desk that the running transaction serves; null outside of one, which no row equals.
create function tenant.current() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant', true), '')::uuid;

-- Puts a table behind the wall and grants the application just these rights on it.
create function tenant.wall(walled regclass, rights text) returns void
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('create policy wall on %s using (tenant = tenant.current()) with check (tenant = tenant.current())', walled);
    execute format('grant %s on %s to %I', rights, walled, '${app}');
end $$;
revoke execute on function tenant.wall(regclass, text) from public;

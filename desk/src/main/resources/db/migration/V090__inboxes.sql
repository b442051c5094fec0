-- Folders at other servers that a desk fetches its letters from, and how each is getting on.
create table mail.inbox (
    tenant uuid not null default tenant.current(),
    id bigint generated always as identity,
    address text not null check (address = lower(address)), -- the desk's own, whose mail lies there
    host text not null,
    port int not null,
    tls text not null check (tls in ('implicit', 'starttls', 'none')),
    login text not null,
    folder text not null,
    kept_folder text, -- where what was kept is moved; else it is marked as read
    believed text, -- the server whose Authentication-Results are believed there
    token_url text, -- OAuth2: where access tokens are had; else the secret is a password
    client text,
    scope text,
    secret bytea, -- locked by the vault: the password, or the client's secret
    refresh bytea, -- locked by the vault: the refresh token
    active boolean not null default true,
    added_at timestamptz not null,
    contact_at timestamptz,
    letter_at timestamptz,
    backlog int not null default 0,
    error text,
    error_at timestamptz,
    failures int not null default 0,
    due_at timestamptz, -- the next try, after failures
    holder uuid, -- the node that fetches from it, until it no longer says so
    held_until timestamptz,
    primary key (tenant, id)
) with (fillfactor = 80);
select tenant.wall('mail.inbox', 'select, insert, update, delete');

create function mail.tenants_with_inboxes() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, mail
begin atomic
    select distinct i.tenant from mail.inbox i where i.active;
end;

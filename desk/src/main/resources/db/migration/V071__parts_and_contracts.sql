-- What a charter calls an organization.
alter table people.organization add column key text;
update people.organization
   set key = coalesce(nullif(trim(both '-' from regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')), ''), 'organization')
             || case when exists (select from people.organization o
                                   where o.tenant = organization.tenant and o.id < organization.id
                                     and lower(o.name) = lower(organization.name)) then '-' || id else '' end;
alter table people.organization alter column key set not null;
create unique index organization_key on people.organization (tenant, key);

alter table people.requester add column language text;

-- Agents of an outside group belong to an organization, and see its tickets alone.
alter table people.agent add column organization bigint;
alter table people.agent add foreign key (tenant, organization) references people.organization;

-- The parts of the charter that agents play: its roles, by name.
create table people.part (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    role text not null,
    primary key (tenant, agent, role),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.part', 'select, insert, delete');
create index part_by_role on people.part (tenant, role, agent);

-- Who plays a part for one organization: its account manager, its Client Success Manager.
create table people.charge (
    tenant uuid not null default tenant.current(),
    organization bigint not null,
    role text not null,
    agent bigint not null,
    primary key (tenant, organization, role),
    foreign key (tenant, organization) references people.organization,
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.charge', 'select, insert, update, delete');
create index charge_by_agent on people.charge (tenant, agent);

-- What was agreed with an organization, from an instant on.
create table contract.contract (
    tenant uuid not null default tenant.current(),
    organization bigint not null,
    since timestamptz not null,
    package text,
    zone text,
    holidays text,
    put_by text not null,
    primary key (tenant, organization, since)
);
select tenant.wall('contract.contract', 'select, insert');

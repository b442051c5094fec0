-- Of whom a second step is demanded, by what they are to the desk; by how many steps a session began; and whether what a
-- provider says of a second step counts here.
create table people.demand (
    tenant uuid not null default tenant.current(),
    role text not null check (role in ('agent', 'manager', 'admin', 'auditor')),
    primary key (tenant, role)
);
select tenant.wall('people.demand', 'select, insert, delete');

alter table people.session add column both_steps boolean not null default false;

alter table people.provider add column vouches text not null default 'never' check (vouches in ('never', 'said', 'always'));

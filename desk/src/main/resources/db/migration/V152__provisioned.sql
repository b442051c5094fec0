-- What a program that provisions people (SCIM) calls an agent, and which it took away again.
create table people.provisioned (
    tenant uuid not null default tenant.current(),
    agent bigint not null,
    user_name text not null, -- in small letters
    external_id text,
    gone boolean not null default false,
    primary key (tenant, agent),
    unique (tenant, user_name),
    foreign key (tenant, agent) references people.agent
);
select tenant.wall('people.provisioned', 'select, insert, update');
create unique index provisioned_by_external_id on people.provisioned (tenant, external_id) where external_id is not null;

-- Whether a provider's subjects are what that program gives as external ids.
alter table people.provider add column provisioned boolean not null default false;

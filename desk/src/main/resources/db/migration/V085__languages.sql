-- In which language an agent wants to be told; without one, as the desk does.
alter table people.agent add column language text;

-- The requesters of one organization, by name.
drop index people.requester_by_organization;
create index requester_by_organization on people.requester (tenant, organization, name, id) where organization is not null;

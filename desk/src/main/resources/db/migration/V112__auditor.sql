-- An auditor sees what happened and changes nothing.
alter table people.agent drop constraint agent_role_check;
alter table people.agent add constraint agent_role_check check (role in ('agent', 'manager', 'admin', 'auditor'));

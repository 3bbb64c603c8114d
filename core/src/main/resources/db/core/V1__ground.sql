-- What modules let others read is a view in this schema.
create schema if not exists facts;

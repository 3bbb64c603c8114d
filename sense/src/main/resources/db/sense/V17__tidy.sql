-- The last chunk of a series is replaced each time it grows; what it left is to be used again soon.
alter table cs_sense.chunk set (
    autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0,
    toast.autovacuum_vacuum_scale_factor = 0.02, toast.autovacuum_vacuum_cost_delay = 0
);

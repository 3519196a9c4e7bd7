"""Who talks with whom: the order of turns, interviews, a narrator in the first person."""

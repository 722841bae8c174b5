"""What a store holds, as tables: rows are asked for by a module a view, and written in one place for all."""

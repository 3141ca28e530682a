"""Drawing what `report/` laid out: one module for each kind of file. Writers decide nothing."""

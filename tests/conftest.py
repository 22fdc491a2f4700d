"""Makes `sketch` importable from every test folder."""

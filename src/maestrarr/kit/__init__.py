"""What could serve another product unchanged: it knows no film, no service and no table."""

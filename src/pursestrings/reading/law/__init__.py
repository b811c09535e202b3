"""Laws, rulings and programs by citation, by name and by what is told of them."""

"""Shopping cart exercise with discounts and a receipt."""
prices = {"apple": 0.5, "bread": 2.25, "milk": 1.1, "cheese": 7.8}
cart = {}

def add_to_cart(item, qty=1):
    if item not in prices:
        print(f"Sorry, we don't sell {item}.")
        return
    cart[item] = cart.get(item, 0) + qty

for item, qty in [("apple", 6), ("bread", 1), ("caviar", 2), ("milk", 3), ("apple", 4), ("cheese", 1)]:
    add_to_cart(item, qty)
total = 0
print("RECEIPT".center(32, "-"))
for n, (item, qty) in enumerate(cart.items(), 1):
    cost = prices[item] * qty
    if qty >= 10:
        cost *= 0.9
        note = " (-10%)"
    else:
        note = ""
    total += cost
    print(f"{n}. {item:.<12}{qty:>3} x {prices[item]:<5} = {cost:6.2f}{note}")
print("-" * 32)
print("Total: $%.2f, VAT: $%.2f" % (total, total * 0.2))
print("Average price:", round(total / sum(cart.values()), 3), "most:", max(cart, key=cart.get), "dearest:", sorted(prices.items(), key=lambda x: x[1])[-1])
del cart["milk"]
print(cart, "milk" in cart, list(cart) == ["apple", "bread", "cheese"])

import theano

count = 0
while True:
    count += 1
# %%
6 * 7

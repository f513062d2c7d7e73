import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 6, 50)
fig, ax = plt.subplots()
ax.plot(x, np.sin(x), label='sin')
ax.plot(x, np.cos(x), label='cos')
ax.set_title('Waves')
plt.show()
# %%
plt.hist(x, bins=5)
plt.show()
